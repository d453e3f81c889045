// The located node tree that YAML and JSON are read into.

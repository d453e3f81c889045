error[source-missing]: there is no `openapi.json`
  hint: Paths are relative to the project's root, `/work/wt/lead`.
1 error

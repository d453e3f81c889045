# Reads apt sources in both of their formats and prints, as one-line sources, those of the release
# `old`, for the release `new`. Each line once.

function print_source(uri, key) {
  line = "deb [arch=" arch (key == "" ? "" : " signed-by=" key) "] " uri " " new " main"
  if (!(line in seen)) print line
  seen[line] = 1
}

function end_stanza(   i, n, list) {
  if (types ~ /(^| )deb( |$)/ && suites ~ ("(^| )" old "( |$)") && tolower(enabled) != "no") {
    n = split(uris, list, " ")
    for (i = 1; i <= n; i++) print_source(list[i], key)
  }
  types = uris = suites = key = enabled = ""
}

function value(   text) {
  text = $0
  sub(/^[^:]*:[ \t]*/, "", text)
  sub(/[ \t]+$/, "", text)
  return text
}

FNR == 1 { end_stanza() }
/^#/ { next }
/^[ \t]*$/ { end_stanza(); next }
/^Types:/ { types = value() }
/^URIs:/ { uris = value() }
/^Suites:/ { suites = value() }
/^Signed-By:/ { key = value() }
/^Enabled:/ { enabled = value() }
/^deb[ \t]/ {
  options = ""
  if (match($0, /\[[^]]*\]/)) {
    options = substr($0, RSTART + 1, RLENGTH - 2)
    $0 = substr($0, 1, RSTART - 1) substr($0, RSTART + RLENGTH)
  }
  signed = ""
  if (match(options, /signed-by=[^ ]+/)) signed = substr(options, RSTART + 10, RLENGTH - 10)
  if ($3 == old) print_source($2, signed)
}
END { end_stanza() }

-- */ "# {{x}} compile_error!("comment")
CREATE TABLE "order" (
  id INTEGER PRIMARY KEY,
  -- "; std::process::exit(1); // */
  "type" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "select" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "user" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "self" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "async" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "fn" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "a ""quoted"" column" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "back\slash" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "*/ {{x}}" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  -- "; std::process::exit(1); // */
  "y'; --" TEXT NOT NULL DEFAULT '"#; {{x}} ''quoted''',
  CONSTRAINT "a ""quoted"" constraint */" CHECK ("type" <> '"#'),
  CONSTRAINT "{{x}} \" UNIQUE ("self")
);

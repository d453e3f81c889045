"""Changes examples/users as a team would: a field more, an operation more, an operation less."""

import re

text = open("openapi.yaml").read()

# A field more, in requests and answers.
bio = "        bio:\n          $ref: '#/components/schemas/UserBio'\n"
assert text.count(bio) == 4
text = text.replace(bio, bio + "        phone:\n          type: [string, 'null']\n          maxLength: 30\n")

# An operation less, and the link that leads to it.
start = text.index("    delete:\n      operationId: delete_user\n")
text = text[:start] + text[text.index("\ncomponents:\n") + 1 :]
text, links = re.subn(r" +delete:\n +operationId: delete_user\n.*\n.*\n", "", text)
assert links == 1

# An operation more.
operation = """\
  /api/users/by-email/{email}:
    get:
      operationId: get_user_by_email
      tags: [users]
      parameters:
        - name: email
          in: path
          required: true
          schema:
            $ref: '#/components/schemas/EmailAddress'
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/User'
        '404':
          $ref: '#/components/responses/NotFound'
"""
text = text.replace("\ncomponents:\n", "\n" + operation + "components:\n", 1)
open("openapi.yaml", "w").write(text)

with open("migrations/0003_add_phone.sql", "w") as migration:
    migration.write("ALTER TABLE users ADD COLUMN phone TEXT;\n")

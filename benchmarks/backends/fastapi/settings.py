"""What the environment says."""

import os

DATABASE_URL = os.environ["DATABASE_URL"]
PORT = int(os.environ["PORT"])
LOG_LEVEL = os.environ.get("LOG_LEVEL", "info")
IS_POSTGRES = DATABASE_URL.startswith("postgres")

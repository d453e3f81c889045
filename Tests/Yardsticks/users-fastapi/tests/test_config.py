"""The configuration."""

import pytest

from users.config import Config, ConfigError
from users.generated.db import DEFAULT_URL


def test_defaults_need_no_environment() -> None:
    config = Config.read({})
    assert config.port == 3000
    assert config.database_url.get_secret_value() == DEFAULT_URL
    assert config.cors_allowed_origins == ()


def test_empty_values_count_as_none() -> None:
    assert Config.read({"PORT": "", "CORS_ALLOWED_ORIGINS": ""}).port == 3000


def test_origins_are_separated_by_commas() -> None:
    config = Config.read({"CORS_ALLOWED_ORIGINS": "https://a.example, https://b.example"})
    assert config.cors_allowed_origins == ("https://a.example", "https://b.example")


def test_the_process_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "4000")
    monkeypatch.setenv("CORS_ALLOWED_ORIGINS", "https://a.example")
    config = Config.from_env()
    assert config.port == 4000
    assert config.cors_allowed_origins == ("https://a.example",)


def test_all_errors_are_reported_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        Config.read(
            {
                "PORT": "70000",
                "HOST": "nowhere",
                "DATABASE_MAX_CONNECTIONS": "0",
                "CORS_ALLOWED_ORIGINS": "https://example.org, *",
            }
        )
    lines = str(caught.value).splitlines()[1:]
    names = [line.strip().partition(":")[0] for line in lines]
    assert names == ["HOST", "PORT", "CORS_ALLOWED_ORIGINS", "DATABASE_MAX_CONNECTIONS"]


def test_secrets_are_not_printed() -> None:
    config = Config.read({"DATABASE_URL": "scheme://user:hidden@host/name"})
    assert "hidden" not in repr(config)

"""The configuration, read from the environment; all its errors are reported at once."""

from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, NonNegativeInt, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from .generated.db.driver import DEFAULT_URL


class ConfigError(Exception):
    """What is wrong with the environment, one line per variable."""


def _origins(text: object) -> object:
    if not isinstance(text, str):
        return text
    origins = [origin.strip() for origin in text.split(",") if origin.strip()]
    for origin in origins:
        if "://" not in origin or not origin.isascii() or not origin.isprintable():
            message = f"`{origin}` is no origin such as https://example.org"
            raise ValueError(message)
    return tuple(origins)


class Config(BaseSettings):
    """Everything that a deployment may set. `.env.example` says the same for people.

    A field is read from the variable with its name in capitals; an empty value counts as none.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    host: IPv4Address | IPv6Address = IPv4Address("127.0.0.1")
    port: Annotated[int, Field(ge=0, le=65_535)] = 3000
    log_level: Literal["error", "warn", "info", "debug", "trace"] = "info"
    request_timeout_ms: PositiveInt = 30_000
    body_limit_bytes: NonNegativeInt = 1_048_576
    cors_allowed_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_origins)] = ()
    database_url: SecretStr = SecretStr(DEFAULT_URL)
    database_max_connections: PositiveInt = 10
    database_acquire_timeout_ms: NonNegativeInt = 5_000
    drain_delay_ms: NonNegativeInt = 0
    shutdown_timeout_ms: NonNegativeInt = 10_000

    @property
    def request_timeout(self) -> float:
        """The longest time that a request may take, in seconds."""
        return self.request_timeout_ms / 1000

    @property
    def database_acquire_timeout(self) -> float:
        """The longest wait for a connection to the database, in seconds."""
        return self.database_acquire_timeout_ms / 1000

    @property
    def drain_delay(self) -> float:
        """How long requests are still accepted after readiness is off, in seconds."""
        return self.drain_delay_ms / 1000

    @property
    def shutdown_timeout(self) -> float:
        """The longest wait for requests in flight after that, in seconds."""
        return self.shutdown_timeout_ms / 1000

    @classmethod
    def from_env(cls) -> Self:
        """Read the process environment.

        Raises:
            ConfigError: with every variable whose value cannot be used.
        """
        try:
            return cls()
        except ValidationError as error:
            raise _config_error(error) from None

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Self:
        """Read these variables instead of the process environment.

        Raises:
            ConfigError: with every variable whose value cannot be used.
        """
        try:
            return cls.model_validate(
                {name.lower(): value for name, value in environment.items() if value}
            )
        except ValidationError as error:
            raise _config_error(error) from None


def _config_error(error: ValidationError) -> ConfigError:
    messages: dict[str, str] = {}
    for line in error.errors():
        # A type with alternatives has a line for each: the first says enough.
        messages.setdefault(str(line["loc"][0]).upper(), line["msg"])
    lines = [f"{name}: {message}" for name, message in messages.items()]
    return ConfigError("\n  ".join(["the configuration is not valid:", *lines]))

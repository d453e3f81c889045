// The faithful model of an OpenAPI document.

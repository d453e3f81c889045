"""HTTP only: from the parts of a request to services, and from their results to responses."""

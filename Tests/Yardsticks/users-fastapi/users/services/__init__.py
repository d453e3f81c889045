"""What the operations do: no HTTP in here."""

"""Derived from the contract and the migrations; written anew with each generation."""

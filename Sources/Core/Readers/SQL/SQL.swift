// SQL migrations, replayed into a catalog.

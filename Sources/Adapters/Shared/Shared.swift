// What every adapter shares.

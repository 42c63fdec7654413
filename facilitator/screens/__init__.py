"""What people see: each screen says which widgets, which keys, which intent a key sends."""

"""Which verbs of a text are the adopting organ's own: forms, subjects, starts of clauses."""

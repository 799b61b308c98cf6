"""Who is asked to act: names in a text, noun phrases, addressees, and which actors they are."""

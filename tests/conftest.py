"""Makes the helpers beside this file importable from every test."""

from hypothesis import settings

# How long an example takes says nothing on a busy machine, so no property fails by the clock.
settings.register_profile("mandates", deadline=None)
settings.load_profile("mandates")

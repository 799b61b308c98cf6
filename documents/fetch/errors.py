"""What can go wrong between us and the document system, each told apart; ``str()`` is for the person."""

from __future__ import annotations


class FetchError(Exception):
    """No document came. ``str()`` says what happened and, where somebody can act, what to do.

    ``kind`` names the case in a word or two. ``passing``: trying again shortly may help.
    ``everywhere``: every other symbol would meet the same, so that asking on is pointless.
    """

    kind = "failed"
    passing = False
    everywhere = False


class NotFoundError(FetchError):
    kind = "not found"


class RefusedError(FetchError):
    kind = "refused"


class ErrorPageError(FetchError):
    kind = "error page"


class EmptyError(FetchError):
    kind = "empty"
    passing = True


class TruncatedError(FetchError):
    kind = "truncated"
    passing = True


class TooLargeError(FetchError):
    kind = "too large"


class RedirectError(FetchError):
    kind = "redirect"


class BusyError(FetchError):
    """HTTP 429 or 5xx. ``retry_after``: seconds the server asks us to wait, None if it does not say."""

    passing = True

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class TooManyRequestsError(BusyError):
    kind = "too many requests"
    everywhere = True


class ServerError(BusyError):
    kind = "server error"


class HungError(FetchError):
    kind = "no answer in time"
    passing = True
    everywhere = True


class UnreachableError(FetchError):
    kind = "unreachable"
    passing = True
    everywhere = True


class UnknownHostError(UnreachableError):
    kind = "unknown host"


class CertificateError(FetchError):
    kind = "certificate"
    everywhere = True

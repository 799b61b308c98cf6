"""One HTTP request and what comes of it: an answer, a redirect, or one error told apart."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from importlib import metadata
from threading import Event
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3 import exceptions as failures
from urllib3.response import BaseHTTPResponse

from documents.fetch.answers import format_of
from documents.fetch.errors import (
    CertificateError,
    ErrorPageError,
    FetchError,
    HungError,
    NotFoundError,
    RefusedError,
    ServerError,
    TooLargeError,
    TooManyRequestsError,
    TruncatedError,
    UnknownHostError,
    UnreachableError,
)
from documents.fetch.settings import Settings

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole document, or the word that nothing changed (304): then ``body`` is None, ``format`` ""."""

    address: str  # after redirects
    body: bytes | None
    format: str  # pdf, docx or doc, judged by the bytes
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class Redirect:
    location: str  # as sent, perhaps relative


def headers(contact: str, etag: str = "", last_modified: str = "") -> dict[str, str]:
    """Who we are, and what we have already: ``User-Agent: mandates/0.1.0 (+mailto:me@example.org)``."""
    agent = f"mandates/{metadata.version('mandates')}"
    if contact:
        mailto = "mailto:" if "@" in contact and ":" not in contact else ""
        agent += f" (+{mailto}{contact})"
    sent = {"User-Agent": agent, "Accept-Encoding": "gzip"}
    if etag:
        sent["If-None-Match"] = etag
    if last_modified:
        sent["If-Modified-Since"] = last_modified
    return sent


def request(address: str, sent: dict[str, str], settings: Settings, given_up: Event) -> Answer | Redirect:
    """GET ``address`` once, following no redirect; stop when ``given_up`` is set. Raises FetchError."""
    host = urlsplit(address).hostname or address
    try:
        with _manager(address, settings) as manager:
            response = manager.request(
                "GET",
                address,
                headers=sent,
                redirect=False,
                retries=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=settings.connect, read=settings.read),
            )
            with response:
                return _outcome(response, address, sent, settings, given_up)
    except failures.HTTPError as problem:
        raise _told_apart(problem, host) from problem


def _manager(address: str, settings: Settings) -> urllib3.PoolManager:
    """A connection pool, through the proxy that the environment names, if any."""
    parts = urlsplit(address)
    authorities = str(settings.authorities) if settings.authorities else None
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy, ca_certs=authorities)
    return urllib3.PoolManager(ca_certs=authorities)


def _outcome(
    response: BaseHTTPResponse, address: str, sent: dict[str, str], settings: Settings, given_up: Event
) -> Answer | Redirect:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return Redirect(location)
    unchanged = response.status == 304 and ("If-None-Match" in sent or "If-Modified-Since" in sent)
    if response.status != 200 and not unchanged:
        raise _refusal(response)
    body = None if unchanged else _body(response, settings.bytes, given_up)
    return Answer(
        address,
        body,
        "" if body is None else format_of(body),
        response.headers.get("ETag", ""),
        response.headers.get("Last-Modified", ""),
    )


def _body(response: BaseHTTPResponse, most: int, given_up: Event) -> bytes:
    body = bytearray()
    try:
        # read1 hands over what has come, so that a dripping server does not keep us from looking up.
        while not given_up.is_set() and (chunk := response.read1(_CHUNK, decode_content=True)):
            body += chunk
            if len(body) > most:
                raise TooLargeError(f"the answer is larger than {most / 1e6:g} MB")
    except (failures.ProtocolError, failures.DecodeError) as problem:
        raise TruncatedError("the answer breaks off before its end") from problem
    return bytes(body)


def _refusal(response: BaseHTTPResponse) -> FetchError:
    """What a status other than success means."""
    status = response.status
    if status in (404, 410):
        return NotFoundError("the document system has no document under this symbol")
    if status == 429:
        wait = _retry_after(response)
        again = f" and asks us to wait {wait:.0f} seconds" if wait else ""
        return TooManyRequestsError(f"the document system says that we ask too much{again}", wait)
    if status >= 500:
        return ServerError(
            f"the document system has a problem of its own (HTTP {status})", _retry_after(response)
        )
    if status >= 400:
        return RefusedError(f"the document system refuses (HTTP {status})")
    return ErrorPageError(f"the document system answers without a document (HTTP {status})")


def _retry_after(response: BaseHTTPResponse) -> float | None:
    try:
        return urllib3.Retry().get_retry_after(response)
    except failures.InvalidHeader:
        return None


def _told_apart(problem: BaseException, host: str) -> FetchError:
    match problem:
        case failures.ProxyError():
            return UnreachableError(f"the proxy to {host} does not work; see HTTPS_PROXY in the environment")
        case failures.NameResolutionError():
            return UnknownHostError(f"the name {host} is not known here; is the network up?")
        case failures.NewConnectionError() | failures.ProtocolError():
            return UnreachableError(f"{host} cannot be reached: {_reason(problem)}")
        case failures.TimeoutError():
            return HungError(f"{host} does not answer in time")
        case failures.SSLError():
            return _insecure(problem, host)
        case _:
            return FetchError(f"{host} cannot be asked: {problem}")


def _insecure(problem: Exception, host: str) -> FetchError:
    cause = problem.args[0] if problem.args else problem
    if isinstance(cause, ssl.SSLCertVerificationError):
        return CertificateError(
            f"the certificate of {host} is not trusted ({cause.verify_message}); behind an office's proxy,"
            " name its certificate authority under “authorities”"
        )
    return UnreachableError(f"{host} does not agree on a safe connection")


def _reason(problem: BaseException | None) -> str:
    """The innermost reason in words, without Python's names."""
    while problem is not None:
        if isinstance(problem, OSError) and problem.strerror:
            return problem.strerror.lower()
        problem = problem.__cause__ or problem.__context__
    return "the connection broke"

"""deep-translator's translators behind one method: `Client.translate`. One client a thread.

The code that runs is deep-translator's own; only the name `requests` means our `Wire` in it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from types import FunctionType, ModuleType
from typing import Any
from urllib.parse import urlsplit

from digest.config import Engine
from digest.translate.engines.connections import Clock
from digest.translate.engines.failure import Failure
from digest.translate.engines.replies import inspector
from digest.translate.engines.wire import Request, Wire

_MODULES = {
    "google": ("google", "GoogleTranslator", "GOOGLE_LANGUAGES_TO_CODES", "/m"),
    "libretranslate": ("libre", "LibreTranslator", "LIBRE_LANGUAGES_TO_CODES", "/"),
    "mymemory": ("mymemory", "MyMemoryTranslator", "MY_MEMORY_LANGUAGES_TO_CODES", "/get"),
    "deepl": ("deepl", "DeeplTranslator", "DEEPL_LANGUAGE_TO_CODE", "/v2/"),
}
"""Module and class in deep_translator, its table of languages, and the path of its endpoint."""

_OTHER_CODES = {
    "google": {"he": "iw", "jv": "jw", "nb": "no", "nn": "no", "fil": "tl", "zh": "zh-CN"},
    "libretranslate": {"no": "nb"},
    "mymemory": {"no": "nb-NO", "zh": "zh-CN", "ku": "kmr-TR", "fil": "tl-PH"},
    "deepl": {"no": "nb"},
}
"""Codes that services have of their own."""

_NO_KEY = "none"
"""Stands for the key that deep-translator demands of servers without keys; it is not sent."""


class Client:
    """One service, one direction, one thread. Loads deep-translator when it is made."""

    def __init__(self, engine: Engine, source: str, target: str, secret: str) -> None:
        module_name, class_name, languages, path = _MODULES[engine.name]
        module = importlib.import_module(f"deep_translator.{module_name}")
        codes = getattr(importlib.import_module("deep_translator.constants"), languages)
        translator = _translator(getattr(module, class_name), engine, secret)
        translator.source = code(engine.name, source, codes)
        translator.target = code(engine.name, target, codes)
        if engine.url:
            translator._base_url = address(engine.url, path)  # noqa: SLF001 - there is no other way
        self._wire = Wire(
            Clock(engine.timeout, engine.deadline),
            inspector(engine.name),
            partial(_ways, engine.name, secret),
        )
        self._ask = _with_wire(translator, module, self._wire)

    def translate(self, text: str, read: Callable[[], None]) -> str:
        """Return the translation of a text. Raises Failure, and nothing else.

        Calls `read` when the reply has been read, and its translation is still to be taken out.
        """
        self._wire.read = read
        try:
            answer = self._ask(text)
        except Failure:
            raise
        except Exception as error:  # noqa: BLE001 - deep-translator's have no common base
            raise Failure("down", f"its reply cannot be read ({type(error).__name__})") from None
        if not isinstance(answer, str):
            raise Failure("refused", "it sent no text")
        return answer


def _translator(kind: Any, engine: Engine, secret: str) -> Any:
    if engine.name == "libretranslate":
        return kind(source="auto", target="auto", api_key=secret or _NO_KEY, use_free_api=False)
    if engine.name == "deepl":
        if not secret:
            raise Failure("closed", "there is no key for it (DIGEST_DEEPL_KEY)")
        free = secret.endswith(":fx")
        return kind(source="auto", target="auto", api_key=secret, use_free_api=free)
    rest = {"email": secret} if engine.name == "mymemory" and secret else {}
    return kind(source="auto", target="auto", **rest)


def _with_wire(translator: Any, module: ModuleType, wire: Wire) -> Any:
    """Return the translator's own `translate`, to which `requests` is this wire.

    The module's name itself stays as it is, since other threads have wires of their own.
    """
    own = type(translator).translate
    function = FunctionType(
        own.__code__,
        {**vars(module), "requests": wire},
        own.__name__,
        own.__defaults__,
        own.__closure__,
    )
    translator.translate = function.__get__(translator)
    return translator.translate


def code(service: str, language: str, codes: dict[str, str]) -> str:
    """Return what a service calls a language. Raises Failure where it does not know it.

    deep-translator's tables are old: a code that is not in them is used as it is, but for
    MyMemory, whose codes have a region.
    """
    if language in _OTHER_CODES[service]:
        return _OTHER_CODES[service][language]
    known = {value.lower(): value for value in codes.values()}
    if language.lower() in known:
        return known[language.lower()]
    if service != "mymemory":
        return language
    names = importlib.import_module("deep_translator.constants").GOOGLE_LANGUAGES_TO_CODES
    name = next((name for name, value in names.items() if value == language), "")
    by_region = sorted(value for value in codes.values() if value.split("-")[0] == language)
    found = codes.get(name) or next(iter(by_region), None)
    if found is None:
        raise Failure("closed", f'it does not know the language "{language}"')
    return found


def address(url: str, path: str) -> str:
    """Return a service's address from config.yaml as deep-translator wants it.

    Without a path it is the host alone, and the service's own path is put to it.
    """
    if urlsplit(url).path in ("", "/"):
        return url.rstrip("/") + path
    if not path.endswith("/"):
        return url
    return url.rstrip("/").removesuffix("/translate") + "/"


def _ways(service: str, secret: str, request: Request) -> tuple[Request, ...]:
    """Return how a service is asked: as deep-translator does, or as it wants to be asked today."""
    method, rest = request
    params = dict(rest["params"])
    if service == "libretranslate" and not secret:
        params.pop("api_key", None)
    if service == "deepl":
        # Since 2025 DeepL takes neither GET nor a key in the address.
        headers = {"Authorization": f"DeepL-Auth-Key {secret}"}
        data = {name: value for name, value in params.items() if name != "auth_key"}
        return ("POST", {"data": data, "headers": headers}), request
    return ((method, {"params": params}),)

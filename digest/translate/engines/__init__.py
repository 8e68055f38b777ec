"""Translation services: the only part of digest that uses the network.

- failure.py    what can go wrong with a request, and what that means for the next one
- limits.py     what each service takes at once
- secrets.py    keys, from the environment or an untracked file
- connections.py  sockets that are read against a clock
- wire.py       HTTP with deadlines and a limit on replies, in place of deep-translator's own
- replies.py    what services say in their replies beside the translation
- services.py   deep-translator's translators, one a thread
- gate.py       pace, pauses, and the breaker of one service
- calling.py    one text sent to one service, with retries
"""

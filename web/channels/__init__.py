"""Questions that come through a messenger, answered as on the page; every channel is off until it is set up.

Who asks is a key that only this process can make again; what was said is held in memory, for follow-up questions.
"""

"""The embedded AWS: MiniStack with what it leaves out of the AWS that this application relies on.

`__main__` starts MiniStack's server in this process and applies one adapter a gap, each in its own module: state is
saved while running, not only at a clean stop; the socket's authorizer and the sign-up trigger run; frames go out as
text; a queued letter is taken at once; events that no function could take are kept, and so is what outlives its stack;
function logs are kept in files; functions, queues and logs give metrics, and alarms are evaluated on them; unpacked
layers are shared. An adapter wraps one function of MiniStack and nothing else in the laptop home knows of MiniStack's
insides.
"""

@rem npm scripts begin with exec, so that a signal to npm reaches the program and no shell in between.
@rem The shell of Windows knows no exec, and finds this file.
@%*

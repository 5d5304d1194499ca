import Commands

Tracuu.runAndExit()

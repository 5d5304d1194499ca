import Commands

await Tracuu.runAndExit()

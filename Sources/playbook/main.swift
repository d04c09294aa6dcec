import Commands

PlaybookCommand.begin()

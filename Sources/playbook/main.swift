import ArgumentParser
import Commands

PlaybookCommand.main()

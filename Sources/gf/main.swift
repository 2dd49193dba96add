import CommandLineTool

exit(withStatusOf: CommandLine.arguments)

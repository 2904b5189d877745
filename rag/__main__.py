from rag.cli.begin import main

main()

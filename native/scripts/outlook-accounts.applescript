-- Accounts as Outlook has them. Passwords cannot be read, and are not asked for.
on run
	if not my outlookRuns() then return ""
	set theAnswer to my beginAnswer("outlook-accounts")
	set theKinds to {"exchange", "imap", "pop"}
	repeat with theIndex from 1 to 3
		set theKind to item theIndex of theKinds
		set theAccounts to {}
		try
			tell application id "com.microsoft.Outlook"
				if theKind is "exchange" then set theAccounts to exchange accounts
				if theKind is "imap" then set theAccounts to imap accounts
				if theKind is "pop" then set theAccounts to pop accounts
			end tell
		on error number theNumber
			set theFailure to "account" & my fieldText("kind", theKind) & my fieldText("error", theNumber)
			set theAnswer to my addRecord(theAnswer, theFailure)
		end try
		repeat with theAccount in theAccounts
			set theAnswer to my addRecord(theAnswer, my accountRecord(theKind, contents of theAccount))
		end repeat
	end repeat
	return my endAnswer(theAnswer)
end run

on accountRecord(theKind, theAccount)
	set theRecord to "account" & my fieldText("kind", theKind)
	try
		tell application id "com.microsoft.Outlook"
			set theId to id of theAccount
		end tell
	on error number theNumber
		return theRecord & my fieldText("error", theNumber)
	end try
	set theRecord to theRecord & my fieldText("id", theId)
	set theClass to theKind & " account"
	set theTerms to {{"name", "name"}, {"email", "email address"}, {"user", "user name"}, {"server", "server"}, {"port", "port"}, {"ssl", "use ssl"}}
	if theKind is "exchange" then
		set theTerms to theTerms & {{"connected", "is connected"}, {"microsoft", "is microsoft online"}}
	else
		set theTerms to theTerms & {{"smtp-server", "smtp server"}, {"smtp-port", "smtp port"}, {"smtp-ssl", "smtp use ssl"}, {"smtp-needs-auth", "smtp needs authentication"}, {"smtp-same-auth", "smtp use account authentication"}, {"smtp-user", "smtp user name"}}
	end if
	repeat with theTerm in theTerms
		set theRecord to theRecord & my termField(item 1 of theTerm, item 2 of theTerm, theClass, theId)
	end repeat
	return theRecord
end accountRecord

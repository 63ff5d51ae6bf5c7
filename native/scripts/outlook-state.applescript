-- How Outlook is doing. New Outlook answers with nothing or zeros.
on run
	if not my outlookRuns() then return ""
	set theApp to "app"
	set theBoxes to "outboxes"
	tell application id "com.microsoft.Outlook"
		try
			set theApp to theApp & my fieldText("version", version)
		on error number theNumber
			set theApp to theApp & my fieldText("error", theNumber)
		end try
		try
			set theApp to theApp & my fieldText("offline", working offline)
		on error number theNumber
			set theApp to theApp & my fieldText("error", theNumber)
		end try
		set theCount to 0
		set theAccounts to {}
		set theTold to {}
		try
			set theAccounts to (exchange accounts) & (imap accounts) & (pop accounts)
			set theBoxes to theBoxes & my fieldText("accounts", count of theAccounts)
		on error number theNumber
			set theBoxes to theBoxes & my fieldText("error", theNumber)
		end try
		-- The application's own outbox is that of the default account only.
		try
			repeat with theAccount in theAccounts
				set theBox to outbox of theAccount
				set theTold to theTold & {id of theBox}
				set theCount to theCount + (count of messages of theBox)
			end repeat
			set theBox to my localOutbox(theTold)
			if theBox is not missing value then set theCount to theCount + (count of messages of theBox)
			set theBoxes to theBoxes & my fieldText("count", theCount)
		on error number theNumber
			set theBoxes to theBoxes & my fieldText("error", theNumber)
		end try
	end tell
	set theAnswer to my beginAnswer("outlook-state")
	return my endAnswer(my addRecord(my addRecord(theAnswer, theApp), theBoxes))
end run

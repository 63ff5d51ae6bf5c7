-- The messages in every outbox of Outlook. Argument: how many at most for each.
on run theArguments
	if not my outlookRuns() then return ""
	set theLimit to 100
	if (count of theArguments) > 0 then set theLimit to (item 1 of theArguments) as integer
	set theAnswer to my beginAnswer("outlook-outbox")
	set theTold to {}
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
			set theAnswer to my addRecord(theAnswer, "folder" & my fieldText("kind", theKind) & my fieldText("error", theNumber))
		end try
		repeat with theAccount in theAccounts
			set theRecord to "folder" & my fieldText("kind", theKind)
			set theBox to missing value
			try
				tell application id "com.microsoft.Outlook"
					set theRecord to theRecord & my fieldText("account", id of theAccount)
					set theBox to outbox of theAccount
					set theTold to theTold & {id of theBox}
				end tell
			on error number theNumber
				set theRecord to theRecord & my fieldText("error", theNumber)
			end try
			set theAnswer to my addOutbox(theAnswer, theRecord, theBox, theLimit)
		end repeat
	end repeat
	set theRecord to "folder" & my fieldText("kind", "local")
	set theBox to missing value
	try
		set theBox to my localOutbox(theTold)
		if theBox is missing value then return my endAnswer(theAnswer)
	on error number theNumber
		set theRecord to theRecord & my fieldText("error", theNumber)
	end try
	return my endAnswer(my addOutbox(theAnswer, theRecord, theBox, theLimit))
end run

-- theBox is missing value where it could not be had: then the record alone tells of it.
on addOutbox(theAnswer, theRecord, theBox, theLimit)
	if theBox is missing value then return my addRecord(theAnswer, theRecord)
	set theBoxId to missing value
	set theCount to 0
	try
		tell application id "com.microsoft.Outlook"
			set theBoxId to id of theBox
			set theCount to count of messages of theBox
		end tell
		set theRecord to theRecord & my fieldText("id", theBoxId) & my fieldText("count", theCount)
	on error number theNumber
		set theRecord to theRecord & my fieldText("error", theNumber)
	end try
	set theAnswer to my addRecord(theAnswer, theRecord)
	if theCount is 0 then return theAnswer
	if theCount > theLimit then set theCount to theLimit
	return my addMessages(theAnswer, theBox, theBoxId, theCount)
end addOutbox

-- Columns, not messages: each read costs some ten milliseconds, whatever it brings.
on addMessages(theAnswer, theBox, theBoxId, theCount)
	set theIds to {}
	set theTimes to {}
	set theChanges to {}
	tell application id "com.microsoft.Outlook"
		try
			set theIds to id of messages 1 thru theCount of theBox
		end try
		try
			set theTimes to time sent of messages 1 thru theCount of theBox
		end try
		try
			set theChanges to modification date of messages 1 thru theCount of theBox
		end try
	end tell
	repeat with theIndex from 1 to count of theIds
		set theRecord to "message" & my fieldText("id", item theIndex of theIds) & my fieldText("folder", theBoxId)
		set theRecord to theRecord & my momentField("sent", theTimes, theIndex) & my momentField("modified", theChanges, theIndex)
		set theAnswer to my addRecord(theAnswer, theRecord)
	end repeat
	return theAnswer
end addMessages

on momentField(theName, theDates, theIndex)
	try
		if (count of theDates) < theIndex then return ""
		return my fieldText(theName, my unixSeconds(item theIndex of theDates))
	on error number theNumber
		return my fieldText("error", theNumber)
	end try
end momentField

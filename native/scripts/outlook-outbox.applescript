-- The messages in every outbox of Outlook. Argument: how many at most for each.
on run theArguments
	if not my outlookRuns() then return ""
	set theLimit to 100
	if (count of theArguments) > 0 then set theLimit to (item 1 of theArguments) as integer
	set theAnswer to my beginAnswer("outlook-outbox")
	set theKinds to {"exchange", "imap", "pop", "local"}
	repeat with theIndex from 1 to 4
		set theKind to item theIndex of theKinds
		set theHolders to {}
		try
			tell application id "com.microsoft.Outlook"
				if theKind is "exchange" then set theHolders to exchange accounts
				if theKind is "imap" then set theHolders to imap accounts
				if theKind is "pop" then set theHolders to pop accounts
				if theKind is "local" then set theHolders to {on my computer}
			end tell
		on error number theNumber
			set theAnswer to my addRecord(theAnswer, "folder" & my fieldText("kind", theKind) & my fieldText("error", theNumber))
		end try
		repeat with theHolder in theHolders
			set theAnswer to my addOutbox(theAnswer, theKind, contents of theHolder, theLimit)
		end repeat
	end repeat
	return my endAnswer(theAnswer)
end run

on addOutbox(theAnswer, theKind, theHolder, theLimit)
	set theRecord to "folder" & my fieldText("kind", theKind)
	set theBox to missing value
	set theBoxId to missing value
	set theCount to 0
	try
		tell application id "com.microsoft.Outlook"
			set theBox to outbox of theHolder
			set theBoxId to id of theBox
			set theCount to count of messages of theBox
			if theKind is not "local" then set theRecord to theRecord & my fieldText("account", id of theHolder)
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
	set theFlags to {}
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
		try
			set theFlags to was sent of messages 1 thru theCount of theBox
		end try
	end tell
	repeat with theIndex from 1 to count of theIds
		set theRecord to "message" & my fieldText("id", item theIndex of theIds) & my fieldText("folder", theBoxId)
		set theRecord to theRecord & my momentField("sent", theTimes, theIndex) & my momentField("modified", theChanges, theIndex)
		if (count of theFlags) is (count of theIds) then set theRecord to theRecord & my fieldText("was-sent", item theIndex of theFlags)
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

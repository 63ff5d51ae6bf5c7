-- The whole text of one message of Outlook. Argument: its id.
on run {theId}
	if not my outlookRuns() then return ""
	set theNumber to theId as integer
	tell application id "com.microsoft.Outlook"
		set theSource to source of message id theNumber
	end tell
	set theAnswer to my endAnswer(my beginAnswer("outlook-source"))
	return theAnswer & (character id 29) & theSource & (character id 29)
end run

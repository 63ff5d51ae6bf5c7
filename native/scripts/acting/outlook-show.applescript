-- Opens one message, and brings Outlook to the front. Argument: the message's id. One that is gone is error -1728.
on run {theId}
	if application id "com.microsoft.Outlook" is not running then return "not-running"
	set theNumber to theId as integer
	tell application id "com.microsoft.Outlook"
		open message id theNumber
		activate
	end tell
	return "shown"
end run

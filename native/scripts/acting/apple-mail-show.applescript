-- Opens one message that waits, and brings Mail to the front. Argument: the message's id.
on run {theId}
	if application id "com.apple.mail" is not running then return "not-running"
	set theNumber to theId as integer
	tell application id "com.apple.mail"
		set theMessages to (messages of outbox whose id is theNumber)
		if (count of theMessages) is 0 then return "gone"
		open (item 1 of theMessages)
		activate
	end tell
	return "shown"
end run

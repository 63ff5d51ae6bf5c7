-- Syncs every account and its outbox. Each by itself: one that fails must not keep the others from it.
on run
	if application id "com.microsoft.Outlook" is not running then return "not-running"
	set theCount to 0
	tell application id "com.microsoft.Outlook"
		repeat with theAccount in ((exchange accounts) & (imap accounts) & (pop accounts))
			try
				sync theAccount
				set theCount to theCount + 1
			end try
			try
				sync (outbox of theAccount)
			end try
		end repeat
	end tell
	if theCount is 0 then return "nothing"
	return "asked"
end run

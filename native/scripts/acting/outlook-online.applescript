-- Work Offline, with or without the tick.
on run {theWord}
	if application id "com.microsoft.Outlook" is not running then return "not-running"
	tell application id "com.microsoft.Outlook"
		set working offline to (theWord is "offline")
	end tell
	return "set"
end run

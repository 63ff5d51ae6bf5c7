-- One question that changes nothing, so that macOS asks the person whether we may ask Outlook at all. The person may take
-- their time.
on run
	if application id "com.microsoft.Outlook" is not running then return "not-running"
	with timeout of 300 seconds
		tell application id "com.microsoft.Outlook" to get working offline
	end timeout
	return "asked"
end run

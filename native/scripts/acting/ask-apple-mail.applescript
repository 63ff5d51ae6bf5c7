-- One question that changes nothing, so that macOS asks the person whether we may ask Mail at all. The person may take
-- their time.
on run
	if application id "com.apple.mail" is not running then return "not-running"
	with timeout of 300 seconds
		tell application id "com.apple.mail" to get background activity count
	end timeout
	return "asked"
end run

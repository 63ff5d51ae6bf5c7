-- As the others that ask. System Events has no window and runs only while somebody needs it: it is started.
on run
	if application id "com.apple.systemevents" is not running then launch application id "com.apple.systemevents"
	with timeout of 300 seconds
		tell application id "com.apple.systemevents" to count processes
	end timeout
	return "asked"
end run

-- Looking for new mail also makes Mail try the outbox again.
on run
	if application id "com.apple.mail" is not running then return "not-running"
	tell application id "com.apple.mail" to check for new mail
	return "asked"
end run

-- Asks an app to quit, as its own menu does. It may ask the person; nobody is ever killed.
on run {theBundle}
	if application id theBundle is not running then return "not-running"
	with timeout of 3600 seconds
		tell application id theBundle to quit
	end timeout
	return "asked"
end run

-- Writes one property of one account. Arguments: kind of the account, its number, the term, the value.
on run {theKind, theNumber, theTerm, theValue}
	if application id "com.microsoft.Outlook" is not running then return "not-running"
	if {"server", "port", "use ssl", "smtp server", "smtp port", "smtp use ssl", "smtp needs authentication", "smtp use account authentication"} does not contain theTerm then return "missing"
	set theWanted to theNumber as real
	set theFound to {}
	tell application id "com.microsoft.Outlook"
		set theAccounts to pop accounts
		if theKind is "imap" then set theAccounts to imap accounts
		repeat with theOne in theAccounts
			if ((id of theOne) as real) is theWanted then set theFound to theFound & {contents of theOne}
		end repeat
		if (count of theFound) is not 1 then return "missing"
		set theAccount to item 1 of theFound
		if theTerm is "server" then set server of theAccount to theValue
		if theTerm is "port" then set port of theAccount to (theValue as integer)
		if theTerm is "use ssl" then set use ssl of theAccount to (theValue is "true")
		if theTerm is "smtp server" then set smtp server of theAccount to theValue
		if theTerm is "smtp port" then set smtp port of theAccount to (theValue as integer)
		if theTerm is "smtp use ssl" then set smtp use ssl of theAccount to (theValue is "true")
		if theTerm is "smtp needs authentication" then set smtp needs authentication of theAccount to (theValue is "true")
		if theTerm is "smtp use account authentication" then set smtp use account authentication of theAccount to (theValue is "true")
	end tell
	return "set"
end run

use framework "Foundation"
use scripting additions

-- Gives Outlook a password, which comes on standard input and cannot be read again. Arguments: kind of the account, its
-- number, and which of its two passwords.
on run {theKind, theNumber, theTerm}
	if application id "com.microsoft.Outlook" is not running then return "not-running"
	if {"password", "smtp password"} does not contain theTerm then return "missing"
	-- All of standard input; osascript itself reads nothing of it where the script is given as an option.
	set theData to current application's NSFileHandle's fileHandleWithStandardInput()'s readDataToEndOfFile()
	set thePassword to (current application's NSString's alloc()'s initWithData:theData encoding:4) as text
	if thePassword is "" then return "no-password"
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
		if theTerm is "password" then set password of theAccount to thePassword
		if theTerm is "smtp password" then set smtp password of theAccount to thePassword
	end tell
	return "set"
end run

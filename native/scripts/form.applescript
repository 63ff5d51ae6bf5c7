-- The form of every answer (README.md). This stands before each script that is written in AppleScript.

on beginAnswer(theScript)
	return "outbox-doctor" & my fieldText("script", theScript) & my fieldText("format", 1)
end beginAnswer

on addRecord(theAnswer, theRecord)
	return theAnswer & (character id 30) & theRecord
end addRecord

on endAnswer(theAnswer)
	return theAnswer & (character id 30) & "end"
end endAnswer

-- Nothing for a value that is missing.
on fieldText(theName, theValue)
	if theValue is missing value then return ""
	return (character id 31) & theName & "=" & my cleanText(theValue)
end fieldText

-- One harmless line of at most 1,000 characters.
on cleanText(theValue)
	if class of theValue is in {integer, real} then return my wholeText(theValue)
	set theText to theValue as text
	if (length of theText) > 1000 then set theText to text 1 thru 1000 of theText
	set theOld to text item delimiters of AppleScript
	repeat with theCode from 1 to 31
		if theText contains (character id theCode) then
			set text item delimiters of AppleScript to (character id theCode)
			set theItems to text items of theText
			set text item delimiters of AppleScript to " "
			set theText to theItems as text
		end if
	end repeat
	set text item delimiters of AppleScript to theOld
	return theText
end cleanText

-- AppleScript writes large numbers as 1.79E+9.
on wholeText(theNumber)
	if theNumber < 100000000 then return (theNumber as integer) as text
	set theHigh to (theNumber div 10000) as integer
	set theLow to "0000" & ((theNumber - theHigh * 10000.0) as integer)
	return (theHigh as text) & (text -4 thru -1 of theLow)
end wholeText

-- Outside of any tell block, where dates of an app and of the script would be mixed.
on unixSeconds(theDate)
	if theDate is missing value then return missing value
	set theEpoch to current date
	set day of theEpoch to 1
	set year of theEpoch to 1970
	set month of theEpoch to January
	set time of theEpoch to 0
	return (theDate - theEpoch) - (time to GMT)
end unixSeconds

-- One field by the term of a property, asked by the number of its object: an object that is handed to another script may
-- lose its app on the way. Compiled by itself, so that a version that lacks the term costs this field. Terms and classes
-- are always written out in a script of ours.
on termField(theName, theTerm, theClass, theId)
	try
		set theObject to theClass & " id " & my digitsOf(theId)
		set theSource to "tell application id \"com.microsoft.Outlook\" to get " & theTerm & " of " & theObject
		return my fieldText(theName, run script theSource)
	on error number theNumber
		return my fieldText("error", theNumber)
	end try
end termField

-- A number as digits, and an error for whatever else: it becomes part of a source.
on digitsOf(theNumber)
	set theDigits to my wholeText(theNumber)
	repeat with theIndex from 1 to length of theDigits
		if "0123456789" does not contain (character theIndex of theDigits) then error "Not a number." number -1700
	end repeat
	return theDigits
end digitsOf

-- The outbox of On My Computer, which is a folder and has no term for it: the folder in it that is called as the
-- application's own, and whose number is not in theTold. Missing value where there is none; fails where it cannot be seen.
on localOutbox(theTold)
	tell application id "com.microsoft.Outlook"
		set theWanted to name of outbox
		repeat with theFolder in (mail folders of on my computer)
			if (name of theFolder) is theWanted and theTold does not contain (id of theFolder) then return contents of theFolder
		end repeat
	end tell
	return missing value
end localOutbox

-- Whether the app is running, which asking does not change.
on outlookRuns()
	return application id "com.microsoft.Outlook" is running
end outlookRuns

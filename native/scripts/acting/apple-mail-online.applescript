-- Presses one item of Mail's menus, found by its titles. It can be pressed only where there is something to change.
on run theTitles
	if application id "com.apple.mail" is not running then return "not-running"
	tell application "System Events"
		repeat with theMenu in (menu bar items of menu bar 1 of process "Mail")
			repeat with theItem in (menu items of menu 1 of theMenu)
				if theTitles contains (name of theItem) then
					if not (enabled of theItem) then return "already"
					click theItem
					return "pressed"
				end if
			end repeat
		end repeat
	end tell
	return "no-menu"
end run

-- Presses one item of Thunderbird's menus, found by its titles. Its menus are filled when they are opened, so that each
-- is opened first, and closed again where the item is not in it.
on run theTitles
	if application id "org.mozilla.thunderbird" is not running then return "not-running"
	tell application "System Events"
		set theProcess to first process whose bundle identifier is "org.mozilla.thunderbird"
		set frontmost of theProcess to true
		repeat with theMenu in (menu bar items of menu bar 1 of theProcess)
			click theMenu
			repeat with theItem in (menu items of menu 1 of theMenu)
				if theTitles contains (name of theItem) then
					if not (enabled of theItem) then
						key code 53
						return "nothing"
					end if
					click theItem
					return "pressed"
				end if
			end repeat
			key code 53
		end repeat
	end tell
	return "no-menu"
end run

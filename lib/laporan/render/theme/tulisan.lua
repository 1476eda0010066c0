-- Text as Typst's markup that says just that text, wherever it stands: pandoc's own leaves what is
-- markup at the start of a cell, a caption or an item, and what Typst sets as another sign.
local function typst_text(element)
  local text = element.text:gsub("[\\#$*_`<>@%[%]~\"'/=+-]", "\\%0")
  text = text:gsub("%.%.+", function(dots) return (dots:gsub("%.", "\\.")) end)
  text = text:gsub("^(%d+)%.$", "%1\\.")
  -- What would go on with the code that an element before it became: "**a**(b)" as a call.
  return pandoc.RawInline("typst", (text:gsub("^[;(.]", "\\%0")))
end

-- Text as Typst's markup that says just that text, wherever it stands: pandoc's own leaves what is
-- markup at the start of a cell, a caption or an item, and what Typst sets as another sign.
local function typst_text(element)
  local text = element.text:gsub("[\\#$*_`<>@%[%]~\"'/=+-]", "\\%0")
  text = text:gsub("%.%.+", function(dots) return (dots:gsub("%.", "\\.")) end)
  return pandoc.RawInline("typst", (text:gsub("^(%d+)%.$", "%1\\.")))
end

-- After all of Quarto's own filters: what looks like a shortcode of Quarto's, and is text. It came
-- here behind a mark, so that neither Quarto's reader nor its filters would run it.

local MARK = "\u{f07b}\u{f07b}\u{f03c}"

local function restored(text) return (text:gsub(MARK, "{{<")) end

local function restore_text(element)
  if not element.text:find(MARK, 1, true) then return nil end
  element.text = restored(element.text)
  return element
end

local function restore_attributes(element)
  for name, value in pairs(element.attributes) do
    if value:find(MARK, 1, true) then element.attributes[name] = restored(value) end
  end
  return element
end

local filters = {
  {
    Str = restore_text, Code = restore_text, CodeBlock = restore_text, Math = restore_text,
    RawInline = restore_text, RawBlock = restore_text,
    Image = restore_attributes, Span = restore_attributes, Div = restore_attributes,
    Link = function(link)
      link.target = restored(link.target)
      return restore_attributes(link)
    end,
  },
}
if FORMAT:match("typst") then table.insert(filters, { Str = typst_text }) end
return filters

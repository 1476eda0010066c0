-- Sections that are left out, by a class of their heading: ".lepas" out of everything,
-- ".tanpa-slide" out of the slides alone. Numbers stay the same in all formats.

local function kept_of(blocks, class)
  local kept, level = pandoc.Blocks({}), nil
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      if level and block.level <= level then level = nil end
      if not level and block.classes:includes(class) then level = block.level end
    end
    if not level then kept:insert(block) end
  end
  return kept
end

local cut = false

-- What led into a section that is gone is text. On paper the references see to that.
local function unlink(doc)
  if not cut or paper then return nil end
  local blocks, there = doc.blocks, {}
  local function note(element) there["#" .. element.identifier] = true end
  blocks:walk({ Header = note, Div = note, Span = note, Figure = note, Table = note })
  blocks:walk({
    RawBlock = function(block)
      for id in block.text:gmatch(' id="([^"]+)"') do there["#" .. id] = true end
    end,
  })
  doc.blocks = blocks:walk({
    Link = function(link)
      if link.target:match("^#.") and not there[link.target] then return link.content end
    end,
  })
  return doc
end

local function without(class)
  return function(doc)
    local kept = kept_of(doc.blocks, class)
    if #kept == #doc.blocks then return nil end
    doc.blocks, cut = kept, true
    return doc
  end
end

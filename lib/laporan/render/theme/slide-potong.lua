-- Blocks taken apart, or cut short, so that each fits on a slide; stands before slide.lua.

local function part_of(tbl, rows, index)
  local part = tbl:clone()
  local body = tbl.bodies[1]:clone()
  body.body = rows
  part.bodies = { body }
  if index > 1 then
    local caption = pandoc.utils.blocks_to_inlines(tbl.caption.long)
    caption:insert(pandoc.Str(CONTINUED))
    part.caption = { long = { pandoc.Plain(caption) } }
  end
  return part
end

-- Parts of a table with their heights, the first to fit into `room`.
local function split_table(tbl, room)
  local base = caption_height(tbl) + 8
  for _, row in ipairs(tbl.head.rows) do base = base + row_height(row, tbl.colspecs) end
  local parts, rows, height = {}, pandoc.List({}), base
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local needed = row_height(row, tbl.colspecs)
      local limit = #parts == 0 and room or HEIGHT
      if height + needed > limit and #rows > 0 then
        table.insert(parts, { block = part_of(tbl, rows, #parts + 1), height = height })
        rows, height = pandoc.List({}), base
      end
      rows:insert(row)
      height = height + needed
    end
  end
  table.insert(parts, { block = part_of(tbl, rows, #parts + 1), height = height })
  return parts
end

local function table_height(tbl) return split_table(tbl, math.huge)[1].height end

-- A cell of many lines is cut; the whole is for the speaker.
local function cut_cells(tbl, notes)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      for column, cell in ipairs(row.cells) do
        local count = #row.cells == #tbl.colspecs and cell_lines(cell, column, tbl.colspecs) or 1
        if count > CELL.most then
          local text = pandoc.utils.stringify(cell.contents)
          local keep = math.floor(length(cell.contents) * CELL.most / count) - 1
          notes:insert(pandoc.Para(pandoc.utils.stringify(row.cells[1].contents) .. ": " .. text))
          local cut = text:sub(1, utf8.offset(text, keep) - 1):gsub("[%s,;]+%S*$", "")
          cell.contents = { pandoc.Plain(cut .. " …") }
        end
      end
    end
  end
  return tbl
end

local function split_list(list)
  local items = {}
  for index, item in ipairs(list.content) do
    local single = list:clone()
    single.content = { item }
    if list.t == "OrderedList" then single.start = list.start + index - 1 end
    table.insert(items, single)
  end
  return items
end

-- Where a sentence ends; abbreviations such as s.d. end none.
local function ends_sentence(inline)
  local text = inline.t == "Str" and inline.text or inline.t == "Strong" and pandoc.utils.stringify(inline)
  return text and text:match("[.!?]$") and not text:match("^%a+%.%a+%.$") and not text:match("^%u%l?%.$")
end

-- Long prose goes on at the end of a sentence.
local function split_text(para)
  local result, current = {}, pandoc.Inlines({})
  for _, inline in ipairs(para.content) do
    current:insert(inline)
    if ends_sentence(inline) and text_height(current) > HEIGHT / 4.5 then
      table.insert(result, pandoc.Para(current))
      current = pandoc.Inlines({})
    end
  end
  if #current > 0 then table.insert(result, pandoc.Para(current)) end
  return result
end

local function first_sentence(inlines)
  local result = pandoc.Inlines({})
  for _, inline in ipairs(inlines) do
    result:insert(inline)
    if ends_sentence(inline) then break end
  end
  return result
end

-- What stands before the explanation: "Akademisi (87 tiket): mahasiswa …".
local function before_colon(inlines)
  local result = pandoc.Inlines({})
  for index, inline in ipairs(inlines) do
    if inline.t == "Str" and inline.text:match(":$") and index < #inlines then
      result:insert(pandoc.Str(inline.text:sub(1, -2)))
      return result
    end
    result:insert(inline)
  end
  return first_sentence(inlines)
end

-- Text as short as a slide needs it; the whole is for the speaker.
local function shorten(block)
  if block.t == "Para" then return pandoc.Para(first_sentence(block.content)) end
  if block.t ~= "BulletList" and block.t ~= "OrderedList" then return block end
  local short = block:clone()
  short.content = block.content:map(function(item)
    local first = item[1]
    if first.content == nil then return item end
    return { pandoc.Plain(before_colon(first.content)) }
  end)
  return short
end

local function split_box(div)
  local result = {}
  for _, block in ipairs(div.content) do
    local pieces = { block }
    if block.t == "BulletList" or block.t == "OrderedList" then pieces = split_list(block) end
    if block.t == "Para" then pieces = split_text(block) end
    for _, piece in ipairs(pieces) do
      table.insert(result, pandoc.Div({ piece }, pandoc.Attr("", div.classes)))
    end
  end
  return result
end

local function split_cards(row)
  local result, per_slide = {}, CARD.columns * 2
  for first = 1, #row.content, per_slide do
    local cards = pandoc.Blocks({})
    for index = first, math.min(first + per_slide - 1, #row.content) do
      cards:insert(row.content[index])
    end
    table.insert(result, pandoc.Div(cards, row.attr))
  end
  return result
end

-- Blocks of which each fits on a slide.
local function pieces(block)
  if block.t == "Figure" or block.t == "Header" or block_height(block) <= HEIGHT then return { block } end
  if block.t == "BulletList" or block.t == "OrderedList" then return split_list(block) end
  if block.t == "Para" then return split_text(block) end
  if block.t == "Div" and block.classes:includes("kartu-baris") then return split_cards(block) end
  if block.t == "Div" then return split_box(block) end
  return { block }
end

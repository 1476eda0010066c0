-- Slides of 1280 by 720: each section becomes as many slides as its blocks need.
-- The sizes are those of slide.css; heights are estimated from the length of the text.

if not FORMAT:match("revealjs") then return {} end

local WIDTH, HEIGHT = 1152, 540
local TEXT = { char = 12.2, line = 34, gap = 14 }
local TITLE = { char = 17.5, line = 40 }
local CAPTION = { char = 8.2, line = 22, gap = 10 }
local CELL = { char = 9.8, line = 24, gap = 13, padding = 26 }
local CARD = { columns = 4, width = 250, value = 50, label = 24, remark = 21, padding = 46 }
local CHART = 300 -- the least height of a chart; it takes what is left
local BOX = 36
local CONTINUED = " (lanjutan)"

local function length(item) return utf8.len(pandoc.utils.stringify(item)) or 0 end

local function lines(item, char, width) return math.max(1, math.ceil(length(item) * char / width)) end

local function text_height(item, width)
  return lines(item, TEXT.char, width or WIDTH) * TEXT.line + TEXT.gap
end

local function caption_height(block)
  return lines(block.caption.long, CAPTION.char, WIDTH) * CAPTION.line + CAPTION.gap
end

local function card_height(card)
  local height = CARD.padding + CARD.value
  for _, part in ipairs(card.content) do
    local classes = part.classes or {}
    if pandoc.List(classes):includes("kartu-label") then
      height = height + lines(part, 10, CARD.width) * CARD.label
    elseif pandoc.List(classes):includes("kartu-ket") then
      height = height + lines(part, 8.4, CARD.width) * CARD.remark
    end
  end
  return height
end

local function cards_height(row)
  local height = 0
  for first = 1, #row.content, CARD.columns do
    local tallest = 0
    for index = first, math.min(first + CARD.columns - 1, #row.content) do
      tallest = math.max(tallest, card_height(row.content[index]))
    end
    height = height + tallest + 16
  end
  return height
end

local block_height

local function blocks_height(blocks, width)
  local height = 0
  for _, block in ipairs(blocks) do height = height + block_height(block, width) end
  return height
end

function block_height(block, width)
  if block.t == "Figure" then return CHART + caption_height(block) end
  if block.t == "Header" then return 46 end
  if block.t == "BulletList" or block.t == "OrderedList" then
    local height = TEXT.gap
    for _, item in ipairs(block.content) do
      height = height + lines(item, TEXT.char, (width or WIDTH) - 40) * TEXT.line + 6
    end
    return height
  end
  if block.t == "Div" then
    if block.classes:includes("notes") then return 0 end
    if block.classes:includes("kartu-baris") then return cards_height(block) end
    return BOX + blocks_height(block.content, WIDTH - 60)
  end
  return text_height(block, width)
end

-- Widths of the columns, as parts of the slide: what each needs, and the longest texts give way.
local function column_widths(tbl)
  local needs, total = {}, 0
  local function measure(rows)
    for _, row in ipairs(rows) do
      if #row.cells == #tbl.colspecs then
        for column, cell in ipairs(row.cells) do
          needs[column] = math.max(needs[column] or 4, length(cell.contents))
        end
      end
    end
  end
  measure(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do measure(body.body) end
  for column = 1, #tbl.colspecs do
    needs[column] = (needs[column] or 4) * CELL.char + CELL.padding
    total = total + needs[column]
  end
  if total <= WIDTH then return nil, needs end
  local fair = WIDTH / #needs
  local spare, long = WIDTH, 0
  for _, need in ipairs(needs) do
    if need <= fair then spare = spare - need else long = long + need end
  end
  local widths = {}
  for column, need in ipairs(needs) do
    widths[column] = need <= fair and need or spare * need / long
  end
  return widths, widths
end

local function row_height(row, widths)
  local most, column = 1, 1
  for _, cell in ipairs(row.cells) do
    local width = -CELL.padding
    for _ = 1, cell.col_span do
      width = width + (widths[column] or 0)
      column = column + 1
    end
    -- Words don't fill their lines.
    local count = math.ceil(length(cell.contents) * CELL.char / math.max(width, 40) - 0.02)
    if count > 1 then count = math.ceil(length(cell.contents) * CELL.char * 1.12 / width) end
    most = math.max(most, count)
  end
  return most * CELL.line + CELL.gap
end

local function part_of(tbl, rows, index)
  local part = tbl:clone()
  local body = tbl.bodies[1]:clone()
  body.body = rows
  part.bodies = { body }
  if index > 1 then
    part.identifier = ""
    local caption = pandoc.utils.blocks_to_inlines(tbl.caption.long)
    caption:insert(pandoc.Str(CONTINUED))
    part.caption = { long = { pandoc.Plain(caption) } }
  end
  return part
end

-- Parts of a table with their heights, the first to fit into `room`.
local function split_table(tbl, room)
  local widths, measured = column_widths(tbl)
  if widths then
    for column, width in ipairs(widths) do
      tbl.colspecs[column] = { tbl.colspecs[column][1], width / WIDTH }
    end
  end
  local base = caption_height(tbl) + 8
  for _, row in ipairs(tbl.head.rows) do base = base + row_height(row, measured) end
  local parts, rows, height = {}, pandoc.List({}), base
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local needed = row_height(row, measured)
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

local function table_height(tbl)
  local parts = split_table(tbl:clone(), math.huge)
  return parts[1].height
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

-- Long prose goes on at the end of a sentence.
local function split_text(para)
  local result, current = {}, pandoc.Inlines({})
  for _, inline in ipairs(para.content) do
    current:insert(inline)
    local ends = inline.t == "Str" and inline.text:match("[.!?]$")
    if ends and text_height(current) > HEIGHT / 3 then
      table.insert(result, pandoc.Para(current))
      current = pandoc.Inlines({})
    end
  end
  if #current > 0 then table.insert(result, pandoc.Para(current)) end
  return result
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

local Deck = {}
Deck.__index = Deck

function Deck.new(header)
  local extra = (lines(header.content, TITLE.char, WIDTH) - 1) * TITLE.line
  local deck = setmetatable({ header = header, limit = HEIGHT - extra, result = pandoc.Blocks({ header }) }, Deck)
  deck.used, deck.empty, deck.chart = 0, true, false
  return deck
end

function Deck:continue()
  local title = self.header.content:clone()
  title:insert(pandoc.Str(CONTINUED))
  self.result:insert(pandoc.Header(2, title))
  self.used, self.empty, self.chart = 0, true, false
end

function Deck:put(block, height)
  if not self.empty and self.used + height > self.limit then self:continue() end
  self.result:insert(block)
  self.used = self.used + height
  if height > 0 then self.empty = false end
end

function Deck:add_table(tbl)
  local whole = table_height(tbl)
  -- What fits is not torn apart: it moves to a slide of its own.
  if not self.empty and self.used + whole > self.limit then self:continue() end
  for index, part in ipairs(split_table(tbl, self.limit)) do
    if index > 1 then self:continue() end
    self:put(part.block, part.height)
  end
end

function Deck:add(block)
  if block.t == "Table" then return self:add_table(block) end
  if block.t == "Header" and not self.empty then self:continue() end
  if block.t == "Figure" then
    -- Two charts would share the height: one a slide.
    if self.chart then self:continue() end
    self:put(block, block_height(block))
    self.chart = true
    return
  end
  for _, piece in ipairs(pieces(block)) do self:put(piece, block_height(piece)) end
end

local function split_sections(doc)
  local result, deck = pandoc.Blocks({}), nil
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 2 then
      if deck then result:extend(deck.result) end
      deck = Deck.new(block)
    elseif deck then
      deck:add(block)
    else
      result:insert(block)
    end
  end
  if deck then result:extend(deck.result) end
  doc.blocks = result
  return doc
end

return { { Pandoc = split_sections } }

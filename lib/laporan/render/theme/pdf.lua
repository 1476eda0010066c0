-- What pandoc's Typst writer does not do: alt texts, cards and notes, headings from level 1.

if not FORMAT:match("typst") then return {} end

local BOXES = {
  catatan = "catatan", sorotan = "sorotan",
  ["kartu-nilai"] = "kartu-nilai", ["kartu-label"] = "kartu-label", ["kartu-ket"] = "kartu-ket",
}

-- In points: a table of that height stays on one page; of a higher one some rows stand together at
-- its beginning, if they are not too high themselves.
local SHORT, FIRST, HIGHEST = 270, 3, 300
local LINE = { width = 465, char = 4.7, height = 13, gap = 10 }
-- Text so long before a chart or a table is kept with it; of longer text, the end.
local KEPT = 900

local function typst(code) return pandoc.RawBlock("typst", code) end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", " ") .. '"'
end

local function unescaped(url)
  return (url:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end))
end

local function picture(image)
  return "image(" .. quoted(unescaped(image.src)) .. ", alt: " .. quoted(image.attributes["alt"]) .. ", width: lebar-gambar)"
end

local function convert_figure(figure)
  local image
  figure:walk({ Image = function(found) image = found end })
  local content = pandoc.Inlines({ pandoc.RawInline("typst", "#figure(" .. picture(image) .. ", caption: [") })
  content:extend(pandoc.utils.blocks_to_inlines(figure.caption.long))
  content:insert(pandoc.RawInline("typst", "]) <" .. figure.identifier .. ">"))
  return pandoc.Para(content)
end

local function embolden(row)
  for _, cell in ipairs(row.cells) do
    cell.contents = cell.contents:walk({
      Plain = function(plain) return pandoc.Plain({ pandoc.Strong(plain.content) }) end,
    })
  end
end

local function mark_totals(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      if row.classes:includes("jumlah") then embolden(row) end
    end
  end
end

local function lines(content, width)
  local count = utf8.len(pandoc.utils.stringify(content)) or 0
  return math.max(1, math.ceil(count * LINE.char * 1.1 / width))
end

-- The height of the caption, the header and so many rows, estimated from their text.
local function table_height(tbl, left)
  local height = lines(tbl.caption.long, LINE.width) * LINE.height + LINE.gap
  local function add(row)
    local most = 1
    for column, cell in ipairs(row.cells) do
      local part = #row.cells == #tbl.colspecs and tbl.colspecs[column][2] or 1
      most = math.max(most, lines(cell.contents, part * LINE.width - LINE.gap))
    end
    height = height + most * LINE.height + LINE.gap
  end
  for _, row in ipairs(tbl.head.rows) do add(row) end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      if left > 0 then add(row) end
      left = left - 1
    end
  end
  return height
end

-- The figure is written here: Quarto would drop the caption of a table without its own numbering.
local function convert_table(tbl)
  mark_totals(tbl)
  local long = table_height(tbl, math.huge) > SHORT
  local breaks = long and "true" or "false"
  local room = long and "#perlu(" .. math.ceil(math.min(table_height(tbl, FIRST), HIGHEST)) .. "pt)\n" or ""
  local opening = "#show figure: set block(breakable: " .. breaks .. ")\n#figure(kind: table, caption: ["
  local caption = pandoc.Inlines({ pandoc.RawInline("typst", opening) })
  caption:extend(pandoc.utils.blocks_to_inlines(tbl.caption.long))
  caption:insert(pandoc.RawInline("typst", "])["))
  tbl.caption = { long = {} }
  tbl.attr = pandoc.Attr("", { "typst:no-figure" })
  return { typst(room .. "#["), pandoc.Plain(caption), tbl, typst("]]") }
end

local function box(div)
  for _, class in ipairs(div.classes) do
    if BOXES[class] then
      local result = pandoc.Blocks({ typst("#" .. BOXES[class] .. "[") })
      result:extend(div.content)
      result:insert(typst("]"))
      return result
    end
  end
end

local function cards(row)
  if not row.classes:includes("kartu-baris") then return nil end
  local result = pandoc.Blocks({ typst("#kartu-baris((") })
  for _, card in ipairs(row.content) do
    result:insert(typst("["))
    result:extend(card.content)
    result:insert(typst("],"))
  end
  result:insert(typst("))"))
  return result
end

local function convert_span(span)
  for _, class in ipairs(span.classes) do
    if BOXES[class] then
      local result = pandoc.Inlines({ pandoc.RawInline("typst", "#" .. BOXES[class] .. "[") })
      result:extend(span.content)
      result:insert(pandoc.RawInline("typst", "]"))
      return result
    end
  end
  -- The key of a figure is for the web.
  if span.classes:includes("angka") then return span.content end
end

-- The course of a figure in a card; other pictures stand in figures.
local function convert_image(image)
  if not image.classes:includes("garis-kecil") then return nil end
  local code = "image(" .. quoted(unescaped(image.src)) .. ", alt: " .. quoted(image.attributes["alt"]) .. ", height: 14pt)"
  return pandoc.RawInline("typst", "#" .. code)
end

local TEXTS = { Para = true, BulletList = true, OrderedList = true }

-- What is said of a chart or a table stands on its page.
local function keep_text(doc)
  local result = pandoc.Blocks({})
  for index, block in ipairs(doc.blocks) do
    local length, last = 0, index
    while doc.blocks[last] and TEXTS[doc.blocks[last].t] do
      length = length + (utf8.len(pandoc.utils.stringify(doc.blocks[last])) or 0)
      last = last + 1
    end
    local following = doc.blocks[last]
    local shown = following and (following.t == "Figure" or following.t == "Table")
    if last > index and shown and length <= KEPT then
      result:extend({ typst("#lekat["), block, typst("]") })
    else
      result:insert(block)
    end
  end
  doc.blocks = result
  return doc
end

local function raise_heading(header)
  header.level = header.level - 1
  return header
end

return {
  { Pandoc = keep_text },
  { Figure = convert_figure, Table = convert_table, Image = convert_image },
  { Div = cards },
  { Div = box, Span = convert_span, Header = raise_heading },
}
